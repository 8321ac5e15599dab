import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalRulebook, seededBallots } from '../../../testing.js';
import { defaultQuestionnaire } from '../../questionnaire/default-questionnaire.js';
import { countCampaign } from '../count-campaign.js';
import { campaignChart, type ChartOptions } from './campaign-chart.js';
import { escaped, wrapped } from './svg-text.js';

const rule = nationalRulebook().survey!;

function countOf(size: number, questionnaire = defaultQuestionnaire) {
  return countCampaign({
    questionnaire,
    appraisalIds: ['a1', 'a2'],
    ballots: seededBallots(5, questionnaire, ['a1'], size),
    strata: [{ stratum: 'ordinary', population: 1000, issued: 200 }],
    pace: [],
    rule,
    root: 'ab12',
  });
}

/** Open and close tags match, and nothing but tags and escaped text is there. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [A-Za-z0-9-]+="[^"<]*")*)(\/?)>/g,
    (_tag, close, name: string, _all, own) => {
      if (close === '/') return open.pop() === name ? '' : '<';
      if (own !== '/') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest);
}

describe('campaignChart', () => {
  it.each(['zh', 'en'] as const)(
    'tells rate, interval and n of each person, in %s, to eyes and to ears',
    (language) => {
      const count = countOf(120);
      const svg = campaignChart(count, language, { names: { a1: '演示甲' } });
      const { valid } = count.people[0]!;
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).toMatch(/role="img".*aria-labelledby="(\S+) (\S+)".*<title id="\1">.*<desc id="\2">/);
      const [, description = '', picture = ''] = /<desc[^>]*>(.*?)<\/desc>(.*)/s.exec(svg) ?? [];
      for (const half of [description, picture]) {
        expect(half).toContain('演示甲');
        expect(half).toContain(`n=${valid}`);
      }
      expect(svg).toContain(language === 'zh' ? '不足5人作答，不显示' : 'fewer than 5 answers: not shown'); // a2
    },
  );

  it('says in words what is hidden, and shows no number for it', () => {
    const svg = campaignChart(countOf(12), 'zh');
    expect(svg).toContain('人数少或可据以推知，不显示');
  });

  it('draws a line only where one is given', () => {
    expect(campaignChart(countOf(60), 'en', { line: '0.6' })).toContain('The broken line is at 60.0%.');
    expect(campaignChart(countOf(60), 'en')).not.toContain('broken line');
  });

  it('is well formed and inert whatever names and questions say', () => {
    const hostile =
      '"><script>alert(1)</script><image href="http://x/"/> onload=\'x\' &lt; ]]> \u0000\u0008 😀';
    const words = fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }));
    fc.assert(
      fc.property(words, words, fc.constantFrom('zh' as const, 'en' as const), (name, title, language) => {
        const [first, ...rest] = defaultQuestionnaire.community;
        const said = { zh: title, en: title };
        const questionnaire = { ...defaultQuestionnaire, community: [{ ...first!, title: said }, ...rest] };
        const options: ChartOptions = { names: { a1: name } };
        const svg = campaignChart(countOf(20, questionnaire), language, options);
        expect(isWellFormed(svg)).toBe(true);
        expect(svg).not.toMatch(/<(script|image|foreignObject|style|a)\b/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('wrapped', () => {
  it('keeps every character but blanks at line ends, and no line is wider than asked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '很', ' ', '好', 'b', '，'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
        const lines = wrapped(given, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
        for (const line of lines) {
          const wide = [...line].reduce((sum, each) => sum + (/[ab ]/.test(each) ? 0.56 : 1), 0);
          expect(wide).toBeLessThanOrEqual(width + 1e-9);
        }
      }),
    );
  });
});

describe('escaped', () => {
  it('leaves out what XML cannot hold', () => {
    expect(escaped('a\u0000\u000b\ufffe\ud800b<&">\'')).toBe('ab&lt;&amp;&quot;&gt;&#39;');
  });
});
