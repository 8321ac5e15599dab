import { Button } from 'antd';
import type { ReactNode } from 'react';
import { changeLanguage, useLanguage } from '../i18n/language.js';
import { TAG_OF } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { APPEARANCES, chooseAppearance, useAppearance } from '../theme/appearance.js';
import { appTexts } from './texts.js';

/** Language and appearance, for whoever sits here. */
export function Preferences(): ReactNode {
  const say = useTexts(appTexts);
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const { chosen } = useAppearance();
  return (
    <span className="row" style={{ gap: '0.5rem' }}>
      <Button size="small" lang={TAG_OF[other]} onClick={() => void changeLanguage(other)}>
        {say('language')}
      </Button>
      <select
        className="shell-select"
        aria-label={say('appearance')}
        value={chosen}
        onChange={({ target }) =>
          chooseAppearance(APPEARANCES.find((one) => one === target.value) ?? 'system')
        }
      >
        {APPEARANCES.map((one) => (
          <option key={one} value={one}>
            {say(`appearance.${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
