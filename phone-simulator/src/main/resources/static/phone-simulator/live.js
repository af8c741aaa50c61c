// Swaps in what the server renders whenever it says that something changed. Without this script the
// pages show the same after a reload.
(() => {
  const live = document.getElementById('live');
  if (!live || !window.EventSource) {
    return;
  }
  let fetching = false;
  let again = false;

  // what changed is said in one sentence: the list as a live region would be read out whole
  function tell(before) {
    const news = document.getElementById('news');
    if (news && live.querySelectorAll('.bubble').length > before) {
      news.textContent = '';
      setTimeout(() => { news.textContent = '새 문자가 왔습니다.'; }, 50);
    }
  }

  async function refresh() {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      const answer = await fetch(live.dataset.content, { headers: { Accept: 'text/html' } });
      if (answer.ok) {
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
        if (next && next.innerHTML !== live.innerHTML) {
          const focused = live.contains(document.activeElement) && document.activeElement.getAttribute('href');
          const before = live.querySelectorAll('.bubble').length;
          live.replaceChildren(...next.childNodes);
          tell(before);
          if (focused) {
            const same = live.querySelector(`a[href="${CSS.escape(focused)}"]`);
            if (same) {
              same.focus({ preventScroll: true });
            }
          }
        }
      }
    } catch (away) {
      // the event source connects again by itself and then asks for a refresh
    } finally {
      fetching = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  const events = new EventSource(live.dataset.events);
  events.addEventListener('changed', refresh);
  window.addEventListener('pagehide', () => events.close());
  window.addEventListener('pageshow', (shown) => shown.persisted && location.reload());
})();
