import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** How a measure stands. */
export type MeasureState = 'fresh' | 'stale' | 'failed' | 'never';

/** How the certificate of a place stands. */
export type CertificateView = 'valid' | 'ends-soon' | 'expired' | 'none';

/** A place where data lie; its kind and country are said. */
export interface PlaceView {
  readonly id: string;
  readonly kind: string;
  readonly owner: string;
  readonly address: string;
  readonly country: string;
  readonly certificate: string;
  readonly until?: string;
  readonly state: CertificateView;
}

/** Pages of the registers. */
export type RegisterPage =
  | {
      readonly page: 'measures';
      readonly threats: readonly {
        readonly name: string;
        readonly held: boolean;
        readonly controls: readonly {
          readonly key: string;
          readonly name: string;
          readonly state: MeasureState;
          readonly testedOn?: string;
          /** Who tested it: somebody by name, or the system. */
          readonly who?: string;
        }[];
      }[];
      /** Absent for who may only look. */
      readonly form?: {
        readonly controls: readonly Option[];
        readonly control: string;
        readonly testedOn: string;
        readonly passed: string;
      };
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'places';
      readonly rows: readonly PlaceView[];
      /** Absent for who may only look. */
      readonly form?: {
        /** Of a card that is put right. */
        readonly id?: string;
        readonly kinds: readonly Option[];
        readonly values: Readonly<
          Record<'kind' | 'owner' | 'address' | 'country' | 'certificate' | 'certificateUntil', string>
        >;
      };
      readonly errors: readonly FieldError[];
    }
  | { readonly page: 'my-places'; readonly rows: readonly PlaceView[] };
