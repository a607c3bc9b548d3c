/** What the shop sells, as the API tells it. */

const PAGE = 24;

/** An answer that is not a yes, in words for people. */
export class Unavailable extends Error {}

/** One page of products: {data, nextCursor}. */
export async function findProducts({q = '', category = '', featured, cursor} = {}, signal) {
    const query = new URLSearchParams({limit: PAGE});
    if (q) query.set('q', q);
    if (category) query.set('category', category);
    if (featured) query.set('featured', 'true');
    if (cursor) query.set('cursor', cursor);
    return ask(`/api/products?${query}`, signal);
}

async function ask(url, signal) {
    let answer;
    try {
        answer = await fetch(url, {signal, headers: {Accept: 'application/json'}});
    } catch (failure) {
        if (failure.name === 'AbortError') throw failure;
        throw new Unavailable('You seem to be offline. Please check your connection.');
    }
    if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        throw new Unavailable(problem.detail ?? 'The shop did not answer as expected.');
    }
    return answer.json();
}
