import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { submitReport, type OwnYear } from '../../api/own-year.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useDraft } from '../../parts/use-draft.js';
import { yearTexts } from './year-texts.js';

type Asked = { readonly year: OwnYear };

/** My duty report: the one handed in, and the next one while the assessment takes it. */
export function DutyReport({ year }: Asked): ReactNode {
  const say = useTexts(yearTexts);
  const { minute } = useInstants();
  const { dutyReport: report, reportOpen, steps } = year;
  const isBefore = steps.some(({ code, state }) => code === 'collect' && state === 'to_come');
  return (
    <section className="sheet stack" aria-labelledby="year-report">
      <h2 id="year-report">{say('report')}</h2>
      {report !== null && (
        <>
          <p className="quiet">
            {say('reportVersion', { version: report.version, at: minute(report.submittedAt) })}
          </p>
          <p className="report-text">{report.text}</p>
        </>
      )}
      {reportOpen ? (
        <ReportForm year={year} />
      ) : (
        <p className="quiet">
          {say(isBefore ? 'reportNotYet' : report === null ? 'reportNone' : 'reportClosed')}
        </p>
      )}
    </section>
  );
}

function ReportForm({ year: { appraisalId, dutyReport: report } }: Asked): ReactNode {
  const say = useTexts(yearTexts);
  const [form] = Form.useForm<{ text: string }>();
  const { data: me } = useSuspenseQuery(meQuery);
  const { draft, isKept, keep, forget } = useDraft(me.id, `report.${appraisalId}`, '');
  const change = useChange({
    ask: ({ text }: { readonly text: string }) => submitReport(appraisalId, text),
    onDone: () => {
      forget();
      form.setFieldValue('text', '');
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ text: draft }}
      scrollToFirstError={{ focus: true }}
      onValuesChange={({ text }: { text?: string }) => keep(text ?? '')}
      onFinish={(fields) => change.mutate(fields)}
    >
      <p className="quiet">{say(report === null ? 'reportHint' : 'reportOpen')}</p>
      <Form.Item
        name="text"
        label={say('reportText')}
        extra={isKept ? say('draftKept') : undefined}
        rules={[{ required: true, whitespace: true, message: say('reportMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 24 }} maxLength={20_000} showCount />
      </Form.Item>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say(report === null ? 'doReport' : 'doReportAgain')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
