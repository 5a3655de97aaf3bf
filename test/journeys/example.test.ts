import { example } from './journey.ts';
import { walkThePath } from './path.ts';

walkThePath('the example', example);
