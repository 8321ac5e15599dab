import type { LocalText } from '@kaoji/domain';
import { Refusal } from '@kaoji/domain';
import type { PostTitles } from './survey-deps.js';

const KEPT = 32; // rulebooks; a process serves a few areas at a time

/**
 * Reads post titles from adopted rulebooks and keeps them: a rulebook never changes under its hash, and
 * parsing one for every page would cost more than the page. Refuses RULEBOOK_UNKNOWN.
 */
export function createPostTitles(): PostTitles {
  const kept = new Map<string, ReadonlyMap<string, LocalText>>();
  return {
    async of(stores, rulebookHash) {
      const known = kept.get(rulebookHash);
      if (known !== undefined) return known;
      const rulebook = await stores.rulebooks.byHash(rulebookHash);
      if (rulebook === null) throw new Refusal('RULEBOOK_UNKNOWN', 'No such rulebook.', { rulebookHash });
      const { posts } = JSON.parse(rulebook.body) as { posts: { code: string; title: LocalText }[] };
      const titles = new Map(posts.map((post) => [post.code, post.title]));
      if (kept.size >= KEPT) kept.clear();
      kept.set(rulebookHash, titles);
      return titles;
    },
  };
}
