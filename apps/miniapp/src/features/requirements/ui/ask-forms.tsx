import { useState } from 'react';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Card } from '@/shared/ui/surfaces';
import { readDay } from '../model';

interface AskTrainingProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onSend: (doneOn: string) => void;
}

/** One training that a role asks for: when it was done, for the organiser to confirm. */
export function AskTraining({ name, busy, onSend }: AskTrainingProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const day = readDay(text);
  return (
    <Card as="section" className="mt3" label={words.askTraining(name)}>
      <Box className="t2 b">{words.askTraining(name)}</Box>
      <Field
        id={`done-on-${name}`}
        label={words.doneOn}
        hint={words.doneOnMend}
        error={tried && day === null ? words.doneOnMend : undefined}
        maxLength={12}
        value={text}
        onChange={setText}
      />
      <Button
        look="soft"
        size="s"
        className="mt3"
        busy={busy}
        onPress={() => {
          setTried(true);
          if (day !== null) onSend(day);
        }}
      >
        {words.sendTraining}
      </Button>
    </Card>
  );
}

interface AskConsentProps {
  readonly busy: boolean;
  readonly onSend: (name: string, phone: string) => void;
}

const PHONE = /^[0-9 +()-]{5,20}$/;

/** 志愿服务条例 art. 15: a guardian whom the organiser can call. */
export function AskConsent({ busy, onSend }: AskConsentProps) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = { name: name.trim() === '', phone: !PHONE.test(phone.trim()) };
  return (
    <Card as="section" className="mt3" label={words.consents}>
      <Box className="t1 dim">{words.consentLead}</Box>
      <Field
        id="guardian-name"
        label={words.guardianName}
        error={tried && wrong.name ? words.guardianMend : undefined}
        maxLength={20}
        value={name}
        onChange={setName}
      />
      <Field
        id="guardian-phone"
        label={words.guardianPhone}
        hint={words.guardianPhoneHint}
        error={tried && wrong.phone ? words.guardianMend : undefined}
        type="tel"
        maxLength={20}
        value={phone}
        onChange={setPhone}
      />
      <Button
        look="soft"
        size="s"
        className="mt3"
        busy={busy}
        onPress={() => {
          setTried(true);
          if (!wrong.name && !wrong.phone) onSend(name.trim(), phone.trim());
        }}
      >
        {words.sendConsent}
      </Button>
    </Card>
  );
}
