import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { PublicHeads } from '../../api/public.js';
import { useTexts } from '../../i18n/use-texts.js';
import { compareRoot, type Comparison } from './kept-root.js';
import { logTexts } from './log-texts.js';

type Fields = { readonly size: string; readonly root: string };
const TONES = { same: 'success', other: 'error', too_old: 'info', not_yet: 'warning' } as const;

/** Compares a root that somebody kept with those shown; in this browser, so nobody learns what was compared. */
export function CompareRoot({ heads }: { readonly heads: PublicHeads['heads'] }): ReactNode {
  const say = useTexts(logTexts);
  const [found, setFound] = useState<Comparison | null>(null);
  return (
    <section className="sheet stack" aria-labelledby="log-compare">
      <h2 id="log-compare">{say('compare')}</h2>
      <p>{say('compareHint')}</p>
      <Form<Fields>
        name="kept"
        layout="vertical"
        requiredMark={false}
        onValuesChange={() => setFound(null)}
        onFinish={({ size, root }) => setFound(compareRoot(heads, { size: Number(size), root }))}
      >
        <Form.Item
          name="size"
          label={say('keptSize')}
          rules={[{ required: true, pattern: /^\s*\d{1,15}\s*$/, message: say('sizeMissing') }]}
        >
          <Input inputMode="numeric" autoComplete="off" style={{ maxWidth: '12rem' }} />
        </Form.Item>
        <Form.Item
          name="root"
          label={say('keptRoot')}
          rules={[{ required: true, whitespace: true, message: say('rootMissing') }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button htmlType="submit">{say('doCompare')}</Button>
      </Form>
      {found !== null && (
        <Alert type={TONES[found]} showIcon role="status" title={say(`compared.${found}`)} />
      )}
    </section>
  );
}
