import type { Id } from '../base/index.ts';

/** In which forms a service takes consents, as its officer chose. */
export interface ConsentSetting {
  readonly service: Id;
  /** Keys of `consentForms`, at least one. */
  readonly forms: readonly string[];
  readonly setAt: number;
}

/** @see Tx */
export interface ConsentSettings {
  get(service: Id): Promise<ConsentSetting | undefined>;
  put(row: ConsentSetting): Promise<void>;
}
