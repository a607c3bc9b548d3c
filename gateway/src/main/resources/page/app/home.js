import './shop-window.js';
import {onSelection, select, selection} from './selection.js';

const PAUSE_WHILE_TYPING = 250;

const form = document.querySelector('.search');
const field = form.elements.q;
let typing;

field.value = selection().q;

field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(search, PAUSE_WHILE_TYPING);
});

form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    search();
    document.getElementById('shop')?.scrollIntoView();
});

onSelection(({q}) => {
    if (document.activeElement !== field || !q) field.value = q;
});

function search() {
    select({q: field.value.trim()}, {replace: selection().q !== ''});
}
