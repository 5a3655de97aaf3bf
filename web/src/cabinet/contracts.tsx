import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ContractLines, ContractMargin } from '../pieces/contract.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty } from '../pieces/said.tsx';

/** My contracts with the service, and by what it was confirmed who I am. */
export function MyContracts({ page }: { readonly page: PageOf<'my-contracts'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.my-contracts.title')} lead={say('page.my-contracts.lead')} />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.my-contracts.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line key={row.id} kind="key-row" margin={<ContractMargin row={row} />}>
          <h2>{say('page.contracts.number', { number: row.number })}</h2>
          <ContractLines row={row} />
        </Line>
      ))}
    </Leaf>
  );
}
