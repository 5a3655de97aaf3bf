import type { RouteKind } from '../allowances.ts';
import type { Admitted, Answer, Fresh, Route, StaffServiceCall } from '../route.ts';

/** A row of the console's pages of one service, below its address. */
export interface Office {
  readonly method: Route['method'];
  readonly url: string;
  readonly roles: Admitted;
  readonly kind?: RouteKind;
  readonly fresh?: Fresh;
  /** A form of it may carry a file. */
  readonly files?: true;
  readonly handle: (call: StaffServiceCall) => Promise<Answer>;
}

/** The row as it stands in the route table. */
export const office = ({ url, ...row }: Office): Route => ({
  ...row,
  url: `/console/s/:key${url}`,
  who: 'staff',
  scope: 'service',
});
