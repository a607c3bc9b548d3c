import {LitElement, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Unavailable, findProducts} from './catalogue.js';
import {categoryName, productBones, productCard} from './product-card.js';
import {addressOf, onSelection, select, selection} from './selection.js';

const FEATURED_BONES = 3;
const BONES = 8;

/** The shelves of the shop: a few featured products, and all of them to search and browse. */
class ShopWindow extends LitElement {

    static properties = {
        wanted: {state: true},
        state: {state: true},
        products: {state: true},
        featured: {state: true},
        categories: {state: true},
        nextCursor: {state: true},
        loadingMore: {state: true},
        problem: {state: true},
    };

    constructor() {
        super();
        this.wanted = selection();
        this.state = 'loading';
        this.products = [];
        this.featured = [];
        this.categories = [];
        this.loadingMore = false;
    }

    /** Without a shadow: the page's one design system applies, and ids can be linked to. */
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        this.unsubscribe = onSelection((wanted) => {
            this.wanted = wanted;
            this.load();
        });
        this.load();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.unsubscribe();
        this.request?.abort();
    }

    get isBrowsing() {
        return !this.wanted.q && !this.wanted.category;
    }

    /** An answer to a question that nobody asks any more is not waited for. */
    async load() {
        this.request?.abort();
        const {signal} = (this.request = new AbortController());
        this.state = 'loading';
        try {
            const [found] = await Promise.all([findProducts(this.wanted, signal), this.loadOnce(signal)]);
            this.products = found.data;
            this.nextCursor = found.nextCursor;
            this.state = 'ready';
        } catch (failure) {
            this.fail(failure);
        }
    }

    /** What does not depend on the search: the window's own products, and the categories there are. */
    async loadOnce(signal) {
        if (this.categories.length > 0) return;
        const [featured, all] = await Promise.all([findProducts({featured: true}, signal), findProducts({}, signal)]);
        this.featured = featured.data;
        this.categories = [...new Set(all.data.map((product) => product.category))].sort();
    }

    async loadMore() {
        this.loadingMore = true;
        try {
            const more = await findProducts({...this.wanted, cursor: this.nextCursor}, this.request.signal);
            this.products = [...this.products, ...more.data];
            this.nextCursor = more.nextCursor;
        } catch (failure) {
            this.fail(failure);
        } finally {
            this.loadingMore = false;
        }
    }

    fail(failure) {
        if (failure.name === 'AbortError') return;
        this.problem = failure instanceof Unavailable ? failure.message : 'Something went wrong on this page.';
        this.state = 'failed';
        if (!(failure instanceof Unavailable)) throw failure;
    }

    render() {
        return html`${this.isBrowsing ? this.renderFeatured() : nothing} ${this.renderShop()}`;
    }

    renderFeatured() {
        if (this.state === 'failed' || (this.state === 'ready' && this.featured.length === 0)) return nothing;
        const waiting = this.featured.length === 0;
        return html`
            <section class="shelf" aria-labelledby="featured-title">
                <div class="shelf__head"><h2 id="featured-title">Featured</h2></div>
                <ul class="cards cards--featured" aria-busy=${waiting} aria-hidden=${waiting ? 'true' : nothing}>
                    ${waiting
                        ? bones(FEATURED_BONES, {featured: true})
                        : this.featured.map((product) => productCard(product, {featured: true}))}
                </ul>
            </section>`;
    }

    renderShop() {
        return html`
            <section class="shelf" id="shop" aria-labelledby="shop-title">
                <div class="shelf__head">
                    ${this.isBrowsing
                        ? html`<h2 id="shop-title">${this.title()}</h2>`
                        : html`<h1 class="as-h2" id="shop-title">${this.title()}</h1>`}
                    <p class="shelf__count" role="status">${this.count()}</p>
                </div>
                ${this.categories.length > 1 ? this.renderCategories() : nothing}
                ${this.renderProducts()}
            </section>`;
    }

    title() {
        const {q, category} = this.wanted;
        const place = category ? categoryName(category) : 'All products';
        return q ? html`${place} with “${q}”` : place;
    }

    count() {
        if (this.state !== 'ready') return this.state === 'loading' ? 'Looking …' : '';
        const number = this.products.length;
        if (number === 0) return 'No products';
        const more = this.nextCursor ? ' and more' : '';
        return number === 1 && !more ? '1 product' : `${number} products${more}`;
    }

    renderCategories() {
        return html`
            <nav class="chips" aria-label="Categories" @click=${this.choose}>
                ${['', ...this.categories].map((category) => html`
                    <a class="chip" href=${addressOf({category})} data-category=${category}
                       aria-current=${category === this.wanted.category ? 'true' : nothing}>
                        ${category ? categoryName(category) : 'Everything'}
                    </a>`)}
            </nav>`;
    }

    /** A plain click stays on this page; opening a link in another tab still works. */
    choose(event) {
        const link = event.target.closest('a');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        select({category: link.dataset.category});
    }

    renderProducts() {
        switch (this.state) {
            case 'loading':
                return html`<ul class="cards" aria-busy="true" aria-hidden="true">${bones(BONES)}</ul>`;
            case 'failed':
                return notice('The shelves could not be loaded', this.problem, 'Try again', () => this.load());
            default:
                return this.products.length === 0 ? this.renderNothing() : this.renderFound();
        }
    }

    renderNothing() {
        return this.isBrowsing
            ? notice('The shelves are empty just now', 'Please look in again soon.')
            : notice('Nothing found', 'Try another word or another category.', 'Show everything',
                () => select({q: '', category: ''}));
    }

    renderFound() {
        return html`
            <ul class="cards">${repeat(this.products, (product) => product.id, (product) => productCard(product))}</ul>
            ${this.nextCursor
                ? html`<div class="more">
                    <button class="button" type="button" ?disabled=${this.loadingMore} @click=${this.loadMore}>
                        Show more
                    </button></div>`
                : nothing}`;
    }
}

function bones(number, options) {
    return Array.from({length: number}, () => productBones(options));
}

function notice(title, detail, action, act) {
    return html`
        <div class="notice" role=${act ? 'alert' : nothing}>
            <p class="notice__title">${title}</p>
            <p class="notice__detail">${detail}</p>
            ${action ? html`<button class="button" type="button" @click=${act}>${action}</button>` : nothing}
        </div>`;
}

customElements.define('shop-window', ShopWindow);
