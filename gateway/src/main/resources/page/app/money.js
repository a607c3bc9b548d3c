/** Money as people write it. Amounts are whole numbers of the smallest unit and stay whole until they are text. */

const DIGITS = new Map([['TTK', 2], ['SGD', 2], ['JPY', 0]]);
const USUAL_DIGITS = 2;

/** {amount: 1550, currency: 'TTK'} is "15.50 TTK". */
export function formatMoney({amount, currency}) {
    const digits = DIGITS.get(currency) ?? USUAL_DIGITS;
    const sign = amount < 0 ? '−' : '';
    const units = String(Math.abs(amount)).padStart(digits + 1, '0');
    const whole = units.slice(0, units.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
    const fraction = digits === 0 ? '' : '.' + units.slice(-digits);
    return `${sign}${whole}${fraction}\u00a0${currency}`;
}
