const line = document.querySelector<HTMLElement>('[data-countdown]');
const clock = document.querySelector<HTMLElement>('[data-countdown-clock]');
const over = document.querySelector<HTMLElement>('[data-countdown-over]');

function tick(until: number): boolean {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (line) line.hidden = seconds === 0;
  if (over) over.hidden = seconds > 0;
  return seconds > 0;
}

if (line) {
  const until = Number(line.dataset.countdown);
  if (tick(until)) {
    const timer = setInterval(() => {
      if (!tick(until)) clearInterval(timer);
    }, 1000);
  }
}
