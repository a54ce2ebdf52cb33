import { useState } from 'react';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';
import { Button } from '@/shared/ui/button';
import { ChooseMany } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';

interface MySkillsProps {
  /** What was declared. */
  readonly skills: readonly string[];
  /** What the role asks besides. */
  readonly wanted: readonly string[];
  readonly busy: boolean;
  readonly onSave: (skills: string[]) => void;
}

/** What the volunteer says they can: everything a role asked for, and words of their own. */
export function MySkills({ skills, wanted, busy, onSave }: MySkillsProps) {
  const [ticked, setTicked] = useState<readonly string[]>(skills);
  const [own, setOwn] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const known = [...new Set([...wanted, ...skills, ...own])];
  const add = () => {
    const name = text.trim();
    if (name === '') return;
    if (!known.includes(name)) setOwn([...own, name]);
    if (!ticked.includes(name)) setTicked([...ticked, name]);
    setText('');
  };
  return (
    <Box>
      <ChooseMany
        id="skills"
        question={words.skills}
        hint={words.skillsHint}
        choices={known.map((name) => ({ value: name, title: name }))}
        values={[...ticked]}
        onChange={setTicked}
      />
      <Field
        id="another-skill"
        label={words.anotherSkill}
        hint={words.anotherSkillHint}
        optional
        maxLength={20}
        value={text}
        onChange={setText}
        onConfirm={add}
      />
      <Box className="row wrap mt3">
        <Button look="line" size="s" className="mr2" onPress={add}>
          {words.addSkill}
        </Button>
        <Button look="soft" size="s" busy={busy} onPress={() => onSave([...ticked])}>
          {words.skillsSave}
        </Button>
      </Box>
    </Box>
  );
}
