for (const place of document.querySelectorAll<HTMLElement>('[data-reveal]')) {
  const button = place.querySelector<HTMLButtonElement>('[data-reveal-button]');
  const input = document.querySelector<HTMLInputElement>(`#${place.dataset.reveal ?? ''}`);
  if (button && input) {
    button.hidden = false;
    const show = (shown: boolean) => {
      input.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(shown));
    };
    button.addEventListener('click', () => show(input.type === 'password'));
    // What is sent is a password again: no browser keeps it among the texts it completes.
    input.form?.addEventListener('submit', () => show(false));
  }
}
