/** Roles at one place, said: «Все сервисы», «Поддержка». */
export interface GrantedView {
  readonly place: string;
  readonly roles: readonly string[];
}

/** The roles that can be given at one place; `name` is the form's name of the group. */
export interface GrantChoice {
  readonly name: string;
  readonly place: string;
  readonly options: readonly { readonly key: string; readonly name: string; readonly hint: string }[];
  /** Keys of those that are ticked. */
  readonly chosen: readonly string[];
}

/** Somebody of the staff. */
export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: 'invited' | 'expired' | 'active' | 'ended';
  readonly since: number;
  /** Of somebody invited: when their link stops working. */
  readonly linkUntil?: number;
  readonly granted: readonly GrantedView[];
  readonly href: string;
  /** The reader themselves. */
  readonly me: boolean;
}

/** A set-up link, shown once to whoever made it. */
export interface LinkView {
  readonly name: string;
  readonly link: string;
  readonly until: number;
}
