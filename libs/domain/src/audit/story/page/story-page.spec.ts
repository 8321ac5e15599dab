import { describe, expect, it } from '@jest/globals';
import { compareStories } from '../compare-stories.js';
import { graded, smallFlow, smallStory } from '../testing/small-story.js';
import { storyPage } from './story-page.js';

describe('storyPage', () => {
  it('is one file: no script, nothing loaded from anywhere', () => {
    const page = storyPage(smallStory(), { language: 'zh' });
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import|https?:/i);
  });

  it('keeps every text of the data as text', () => {
    const evil = '"><script>alert(1)</script>';
    const fact = { ...graded, what: { zh: evil, en: evil }, clause: evil };
    const story = smallStory({ appraisalId: evil, cycleKey: evil, facts: [fact] });
    const compared = { otherId: evil, rows: compareStories(story, story) };
    expect(storyPage(story, { language: 'en', compared })).not.toContain('<script');
  });

  it.each([
    ['zh', ['状态：收集证据 → 已封存', '与历史一致', '其后状态', '2026-03-02 09:38:00']],
    ['en', ['stage: collecting evidence → sealed', 'the same as its history', 'state after', '第十条']],
  ] as const)('tells it in %s: state, change, clause, how it replayed', (language, texts) => {
    const page = storyPage(smallStory(), { language });
    for (const text of texts) expect(page).toContain(text);
  });

  it('leaves out the turns of the engine unless asked, and says how many', () => {
    const story = smallStory();
    expect(storyPage(story, { language: 'en' })).toContain('11 steps of the engine are left out');
    expect(storyPage(story, { language: 'en', all: true })).toContain('WORKFLOW_TASK_STARTED');
  });

  it('marks a flow that did not replay as its history says', () => {
    const fault = { event: 7, reason: 'no such timer' };
    const page = storyPage(smallStory({ flows: [{ ...smallFlow(), replay: 'different', fault }] }), {
      language: 'en',
    });
    expect(page).toContain('<td class="bad">different at event 7: no such timer</td>');
  });
});
