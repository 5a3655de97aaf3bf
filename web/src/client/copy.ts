for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = place.querySelector<HTMLButtonElement>('[data-copy-button]');
  const done = place.querySelector<HTMLElement>('[data-copy-done]');
  if (button && navigator.clipboard) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(place.dataset.copy ?? '');
      if (done) done.hidden = false;
    });
  }
}
