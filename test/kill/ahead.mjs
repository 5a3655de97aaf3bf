// Loaded before the program: its clock is ahead of the machine's by as many milliseconds as the environment says.
const ahead = Number(process.env.KEPIL_TEST_AHEAD ?? '0');
const Machine = Date;

globalThis.Date = class extends Machine {
  constructor(...given) {
    if (given.length === 0) super(Machine.now() + ahead);
    else super(...given);
  }

  static now() {
    return Machine.now() + ahead;
  }
};
