import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Account } from '../../api/accounts.js';
import { areaUnitsQuery, areasQuery } from '../../api/planning.js';
import { appTexts } from '../../app/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { accountTexts } from './texts.js';

/** My roles and where they hold, as the HR officer or the identity provider gave them. */
export function Grants({ grants }: Pick<Account, 'grants'>): ReactNode {
  const say = useTexts(accountTexts);
  const sayRole = useTexts(appTexts);
  const { data: areas } = useQuery(areasQuery);
  if (grants.length === 0) return <p>{say('noGrants')}</p>;
  const nameOf = (areaId: string): string => areas?.items.find(({ id }) => id === areaId)?.name ?? areaId;
  return (
    <ul className="plain">
      {grants.map(({ role, areaId, unitId }) => (
        <li key={`${role} ${areaId} ${unitId ?? ''}`} className="row">
          <strong>{sayRole(`role.${role}`)}</strong>
          <span>{nameOf(areaId)}</span>
          <span className="quiet">
            {unitId === null ? say('wholeArea') : <UnitName areaId={areaId} unitId={unitId} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function UnitName({ areaId, unitId }: { readonly areaId: string; readonly unitId: string }): ReactNode {
  const { data: units } = useQuery(areaUnitsQuery(areaId));
  return units?.items.find(({ id }) => id === unitId)?.name ?? unitId;
}
