/** Said without any catalogue, because it is the catalogue that may not have come. */
const LINES = [
  ['zh-Hans', '页面没有载入，请检查网络后再试一次'],
  ['zh-Hant', '頁面沒有載入，請檢查網路後再試一次'],
  ['en', 'The page could not be loaded. Please check the network and try again.'],
] as const;

/** One line in every language and one button, instead of an empty page. */
export function showNotStarted(place: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = '再试一次 · Try again';
  button.onclick = () => {
    window.location.reload();
  };
  const lines = LINES.map(([lang, text]) => Object.assign(document.createElement('p'), { lang, textContent: text }));
  const nothing = Object.assign(document.createElement('div'), { className: 'nothing' });
  nothing.setAttribute('role', 'alert');
  nothing.append(...lines, button);
  place.replaceChildren(nothing);
}
