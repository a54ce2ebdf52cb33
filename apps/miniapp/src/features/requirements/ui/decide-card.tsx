import type { WaitingQualification } from '@xiaolin/shared-types/qualifications/schema';
import { useState } from 'react';
import type { Intent } from '@/shared/api/use-intent';
import { problemText } from '@/shared/i18n/problem-text';
import { dayInFull } from '@/shared/i18n/moments';
import { qualificationDeskWords as words, requirementWords } from '@/shared/i18n/zh-CN/requirements';
import { callPhone } from '@/shared/platform/phone';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Card, Note } from '@/shared/ui/surfaces';
import { decideQualification } from '../api';
import { readDay } from '../model';

interface DecideCardProps {
  readonly item: WaitingQualification;
  readonly intent: Intent;
  readonly onDone: () => void;
}

/** One training or consent with the staff's word on it; a guardian is called first. */
export function DecideCard({ item, intent, onDone }: DecideCardProps) {
  const [until, setUntil] = useState('');
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { id, kind, name, phone, personName } = item;
  const title = kind === 'training' ? words.training(personName, name) : words.consent(personName, name);
  const day = until.trim() === '' ? null : readDay(until);
  const wrongDay = until.trim() !== '' && day === null;
  const send = async (verdict: 'confirm' | 'refuse') => {
    setTried(true);
    if (verdict === 'refuse' && reason.trim() === '') return;
    if (verdict === 'confirm' && wrongDay) return;
    const decision =
      verdict === 'refuse'
        ? { verdict, reason: reason.trim() }
        : { verdict, ...(kind === 'training' && { validUntil: day }) };
    const done = await intent.run(`${id} ${JSON.stringify(decision)}`, (key) =>
      decideQualification(key, id, decision),
    );
    if (done !== null) onDone();
  };
  return (
    <Card as="section" className="mt3" label={title}>
      <Heading level={2} className="t2 b">
        {title}
      </Heading>
      <Box className="t1 dim mt1">
        {[item.organizationName, item.doneOn === null ? '' : words.doneOn(dayInFull(item.doneOn))]
          .filter(Boolean)
          .join('，')}
      </Box>
      {phone !== null && (
        <Box className="mt2">
          <Box className="t1">{words.consentHow}</Box>
          <Button look="line" size="s" icon="phone" className="mt2" onPress={() => void callPhone(phone)}>
            {words.call(phone)}
          </Button>
        </Box>
      )}
      {!item.mayDecide && <Note className="mt3">{words.own}</Note>}
      {item.mayDecide && kind === 'training' && !refusing && (
        <Field
          id={`until-${id}`}
          label={words.validUntil}
          hint={words.validUntilHint}
          optional
          error={tried && wrongDay ? requirementWords.doneOnMend : undefined}
          maxLength={12}
          value={until}
          onChange={setUntil}
        />
      )}
      {refusing && (
        <Field
          id={`refuse-${id}`}
          label={words.refuseReason}
          hint={words.refuseConsequence}
          error={tried && reason.trim() === '' ? words.refuseMend : undefined}
          maxLength={100}
          value={reason}
          onChange={setReason}
        />
      )}
      {intent.problem !== null && (
        <Box role="alert" className="warm b mt2">
          {problemText(intent.problem, new Date())}
        </Box>
      )}
      {item.mayDecide && (
        <Box className="row wrap mt3">
          {!refusing && (
            <Button
              look="soft"
              size="s"
              className="mr2 mt1"
              busy={intent.busy}
              onPress={() => void send('confirm')}
            >
              {kind === 'training' ? words.confirmTraining : words.confirmConsent}
            </Button>
          )}
          <Button
            look={refusing ? 'warm' : 'bare'}
            size="s"
            className="mt1"
            onPress={() => {
              if (refusing) void send('refuse');
              else {
                setTried(false);
                setRefusing(true);
              }
            }}
          >
            {words.refuse}
          </Button>
        </Box>
      )}
    </Card>
  );
}
