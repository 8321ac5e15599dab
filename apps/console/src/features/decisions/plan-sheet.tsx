import { Button, Form, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { endPlan, recordPlanStep, type ImprovementPlan, type PlanEnd } from '../../api/follow-up.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { followUpTexts } from './follow-up-texts.js';
import { FormFoot } from './form-foot.js';

type Asked = { readonly plan: ImprovementPlan; readonly mayAct: boolean };
const END = -1;

/** One plan: its steps, what was done of each, and how it ended. */
export function PlanSheet({ plan: { id, steps, acts, dueAt, followedBy, ended }, mayAct }: Asked): ReactNode {
  const say = useTexts(followUpTexts);
  const { day, minute } = useInstants();
  const { nameOf } = useStaffNames();
  const [acting, setActing] = useState<number | null>(null);
  const done = (step: number) => acts.find((act) => act.step === step);
  const end = done(END);
  const open = mayAct && !ended;
  const stepsOpen = steps.some((_step, index) => done(index) === undefined);
  return (
    <div className="gate-card stack">
      <div className="row">
        <h3>{say('plan')}</h3>
        {end === undefined ? (
          <span className="mark warn">{say('planDue', { day: day(dueAt) })}</span>
        ) : (
          <span className={end.outcome === 'met' ? 'mark good' : 'mark late'}>
            {say(end.outcome === 'met' ? 'outcome.met' : 'outcome.not_met')}
          </span>
        )}
        <span className="quiet">{say('followedBy', { name: nameOf(followedBy) })}</span>
      </div>
      <ol className="gate-conditions">
        {steps.map((step, index) => {
          const act = done(index);
          return (
            <li key={index}>
              <span className="decisions-text">{step}</span>{' '}
              {act === undefined ? (
                open &&
                acting === null && (
                  <Button size="small" onClick={() => setActing(index)}>
                    {say('stepDone')}
                  </Button>
                )
              ) : (
                <span className="quiet">
                  {say('doneBy', { name: nameOf(act.actedBy), at: minute(act.actedAt), note: act.note })}
                </span>
              )}
              {acting === index && <StepForm planId={id} step={index} onClose={() => setActing(null)} />}
            </li>
          );
        })}
      </ol>
      {end !== undefined && (
        <p className="quiet decisions-text">
          {say('doneBy', { name: nameOf(end.actedBy), at: minute(end.actedAt), note: end.note })}
        </p>
      )}
      {open && acting === null && (
        <div>
          <Button onClick={() => setActing(END)}>{say('endPlan')}</Button>
        </div>
      )}
      {acting === END && <EndForm planId={id} stepsOpen={stepsOpen} onClose={() => setActing(null)} />}
    </div>
  );
}

type Acting = { readonly planId: string; readonly onClose: () => void };

function StepForm({ planId, step, onClose }: Acting & { readonly step: number }): ReactNode {
  const say = useTexts(followUpTexts);
  const change = useChange({
    ask: (body: { step: number; note: string }, key) => recordPlanStep(planId, body, key),
    onDone: onClose,
  });
  return (
    <Form<{ note: string }>
      name={`step-${planId}`}
      className="decisions-form"
      layout="vertical"
      requiredMark={false}
      aria-label={say('stepDone')}
      onFinish={({ note }) => change.mutate({ step, note })}
    >
      <NoteField />
      <FormFoot change={change} label={say('confirmStep')}>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </FormFoot>
    </Form>
  );
}

function EndForm({ planId, stepsOpen, onClose }: Acting & { readonly stepsOpen: boolean }): ReactNode {
  const say = useTexts(followUpTexts);
  const change = useChange({
    ask: (body: PlanEnd, key) => endPlan(planId, body, key),
    onDone: onClose,
  });
  return (
    <Form<PlanEnd>
      name={`end-${planId}`}
      className="decisions-form"
      layout="vertical"
      requiredMark={false}
      aria-label={say('endPlan')}
      onFinish={(fields) => change.mutate(fields)}
    >
      <Form.Item
        name="outcome"
        label={say('outcome')}
        extra={stepsOpen ? say('stepsOpen') : null}
        rules={[{ required: true, message: say('outcomeMissing') }]}
      >
        <Radio.Group aria-label={say('outcome')}>
          <Radio value="met" disabled={stepsOpen}>
            {say('outcome.met')}
          </Radio>
          <Radio value="not_met">{say('outcome.not_met')}</Radio>
        </Radio.Group>
      </Form.Item>
      <NoteField />
      <FormFoot change={change} label={say('confirmEnd')}>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </FormFoot>
    </Form>
  );
}

function NoteField(): ReactNode {
  const say = useTexts(followUpTexts);
  return (
    <Form.Item
      name="note"
      label={say('note')}
      rules={[{ required: true, whitespace: true, message: say('noteMissing') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
    </Form.Item>
  );
}
