import {html} from 'lit';
import {formatMoney} from './money.js';

const FEW = 10;

/** "clothing" is "Clothing", "home-and-garden" is "Home and garden". */
export function categoryName(category) {
    const words = category.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One product on a shelf. */
export function productCard(product, {featured = false} = {}) {
    const gone = product.available <= 0;
    return html`
        <li class="card ${featured ? 'card--featured' : ''} ${gone ? 'card--gone' : ''}">
            <img class="card__picture" src=${product.imageUrl} alt="Picture of: ${product.name}"
                 width="400" height="400" loading="lazy" decoding="async" @error=${withoutPicture}>
            <div class="card__text">
                <p class="card__category">${categoryName(product.category)}</p>
                <h3 class="card__name">${product.name}</h3>
                <p class="card__description">${product.description}</p>
                <p class="card__deal">
                    <span class="price">${formatMoney(product.price)}</span>
                    ${stock(product.available)}
                </p>
            </div>
        </li>`;
}

function stock(available) {
    if (available <= 0) return html`<span class="stock stock--gone">Sold out</span>`;
    if (available <= FEW) return html`<span class="stock stock--few">${available} left</span>`;
    return html`<span class="stock">In stock</span>`;
}

function withoutPicture({target}) {
    if (!target.src.endsWith('/art/no-picture.svg')) target.src = '/art/no-picture.svg';
}

/** The shape of a product that is on its way. */
export function productBones({featured = false} = {}) {
    return html`
        <li class="card ${featured ? 'card--featured' : ''}">
            <div class="card__picture bone"></div>
            <div class="card__text">
                <div class="bone bone--line bone--short"></div>
                <div class="bone bone--line"></div>
                <div class="bone bone--line"></div>
                <div class="bone bone--line bone--short"></div>
            </div>
        </li>`;
}
