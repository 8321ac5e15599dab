import { deliberationSteps, type DeliberationStep } from '@kaoji/domain/rulebook';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';

/** A step of the approval in a sentence: who, how many of them, until when, and where it may go back to. */
export function useStepWords(): (step: DeliberationStep) => string {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, role, list } = useReading();
  const titles = new Map(deliberationSteps(rulebook).map(({ id, title }) => [id, local(title)]));
  const stop = (id: string): string => (id === 'collection' ? say('collection') : (titles.get(id) ?? id));
  return ({ who, many, remindAfterWorkingDays, escalateAfterWorkingDays, escalateTo, returnTo }) => {
    const people = 'role' in who ? role(who.role) : list(who.named);
    const how =
      many.mode === 'vote'
        ? say('vote', {
            threshold: say(many.inclusive ? 'atLeastShare' : 'moreThanShare', { share: many.threshold }),
            of: say(`of.${many.of}`),
            quorum: many.quorum,
          })
        : say(`many.${many.mode}`);
    return [
      say('stepWho', { who: people, how }),
      say('reminded', { remind: remindAfterWorkingDays, escalate: escalateAfterWorkingDays }),
      escalateTo === null ? '' : say('escalateTo', { role: role(escalateTo) }),
      say('returnTo', { steps: list(returnTo.map(stop)) }),
    ].join(' ');
  };
}
