/** What the visitor is looking for. It lives in the address, so it can be kept, shared and gone back to. */

const listeners = new Set();

export function selection() {
    const query = new URLSearchParams(location.search);
    return {q: (query.get('q') ?? '').trim(), category: query.get('category') ?? ''};
}

/** The address of another selection; what is not mentioned stays as it is. */
export function addressOf(change) {
    const {q, category} = {...selection(), ...change};
    const query = new URLSearchParams();
    if (q) query.set('q', q);
    if (category) query.set('category', category);
    return query.size === 0 ? '/' : `/?${query}`;
}

/** While somebody types, each letter replaces the last address; a choice becomes a step to go back from. */
export function select(change, {replace = false} = {}) {
    const address = addressOf(change);
    if (address === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    announce();
}

export function onSelection(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function announce() {
    const current = selection();
    listeners.forEach((listener) => listener(current));
}

addEventListener('popstate', announce);
