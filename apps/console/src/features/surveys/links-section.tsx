import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { assistedLink, printSlips } from '../../api/residents.js';
import { coverageQuery, issueLinks } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { keepAsFile } from './keep-as-file.js';
import { LinkForm } from './link-form.js';
import { linksTexts } from './links-texts.js';
import { LostLink } from './lost-link.js';
import { ShownLinks } from './shown-links.js';

const SLIPS_AT_MOST = 1000;
const LINKS_AT_MOST = 200;

/** Ways to reach residents that people carry: slips, links handed over, visits; and a link that went astray. */
export function LinksSection({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useTexts(linksTexts);
  const { data: coverage } = useQuery(coverageQuery(campaignId));
  const [shown, setShown] = useState<readonly string[]>([]);
  const max = coverage?.rule?.assistedMaxShare ?? null;
  return (
    <section className="sheet stack" aria-labelledby="survey-links">
      <h2 id="survey-links">{say('title')}</h2>
      <p className="quiet">{say('hint')}</p>
      {coverage?.state === 'planned' && <p>{say('notOpen')}</p>}
      {shown.length > 0 && <ShownLinks links={shown} onDone={() => setShown([])} />}
      <h3>{say('slips')}</h3>
      <p className="quiet">{say('slipsHint')}</p>
      <LinkForm
        name="slips"
        atMost={SLIPS_AT_MOST}
        submit={say('printSlips')}
        ask={(asked, key) => printSlips(campaignId, asked, key)}
        onDone={(file) => keepAsFile(file, 'slips.pdf')}
        doneWords={({ count }) => say('printed', { count })}
      />
      <h3>{say('handed')}</h3>
      <p className="quiet">{say('handedHint')}</p>
      <LinkForm
        name="handed"
        atMost={LINKS_AT_MOST}
        submit={say('issue')}
        ask={(asked, key) => issueLinks(campaignId, asked, key)}
        onDone={({ links }) => setShown(links)}
      />
      <h3>{say('assisted')}</h3>
      <p className="quiet">{max === null ? say('assistedNoLimit') : say('assistedHint', { max })}</p>
      <LinkForm
        name="assisted"
        atMost={1}
        submit={say('issueAssisted')}
        ask={({ stratum }, key) => assistedLink(campaignId, stratum, key)}
        onDone={({ link }) => setShown([link])}
      />
      <h3>{say('lost')}</h3>
      <LostLink campaignId={campaignId} onShown={(link) => setShown([link])} />
    </section>
  );
}
