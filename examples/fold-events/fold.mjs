// One account and its next event give the account after it. Amounts are BigInt, minor units of a currency.
// The rules, one by one: docs/events/folding.md.

const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);
const KEPT_BREAKS = 20;
const NOTHING = { balance: 0n, mainframe: 0n, broughtForward: null, movedOn: null, moved: false };

export const unknown = {
  currency: null, status: 'unopened', holder: null, limit: 0n, money: NOTHING,
  breakCount: 0, breaks: [], suspense: {}, parked: null, offset: -1,
};

/** @param event {type, id, offset, value, fromTransfer}; value is the parsed JSON */
export function fold(before, event) {
  if (event.offset <= before.offset || event.type === 'CommandDeclined') return before;
  const at = (account) => ({ ...account, offset: event.offset });
  if (before.parked) return at({ ...before, parked: { ...before.parked, count: before.parked.count + 1 } });
  try {
    return at(change(before, event));
  } catch (cannot) {
    return at({ ...before, parked: { reason: cannot.message, from: event.offset, count: 1 } });
  }
}

function change(before, event) {
  const { value, type } = event;
  const currency = value.currency ?? null;
  if (event.fromTransfer && before.status === 'closed') return suspended(before, currency, event);
  if (currency === null || currency === before.currency) return applied(before, event);
  if (before.currency === null) return applied({ ...before, currency }, event);
  if (type === 'AccountOpened' && isMainframe(value)) return openedInAnother(before, event);
  if (type === 'AccountDescribed') {
    return suspended(described(before, { ...value, limit: undefined }), currency, event);
  }
  return suspended(before, currency, event);
}

function applied(account, event) {
  const { value, type } = event;
  switch (type) {
    case 'AccountOpened':
      return account.status === 'unopened'
        ? { ...account, status: 'open', holder: named(value, account) } : account;
    case 'AccountDescribed': return described(account, value);
    case 'AccountClosed': return { ...account, status: 'closed' };
    case 'MoneyDeposited': case 'MoneyReceived': case 'PostingReversed': return posted(account, value, 1n);
    case 'MoneyWithdrawn': case 'MoneySent': return posted(account, value, -1n);
    case 'BalanceBroughtForward': return broughtForward(account, value);
    case 'BreakAcknowledged': return account; // whether a break is open is not kept here
    default: throw new Error(`expected a type of this version, found ${type}`);
  }
}

function described(account, { holder, limit, currency, status }) {
  return {
    ...account,
    holder: named({ holder }, account),
    limit: limit === undefined ? account.limit : minor(limit, currency),
    status: account.status !== 'unopened' && status && status !== 'unopened' ? status : account.status,
  };
}

function posted(account, value, sign) {
  const by = sign * minor(value.amount, value.currency);
  const money = { ...account.money, balance: fits(account.money.balance + by) };
  if (isMainframe(value)) {
    money.mainframe = fits(money.mainframe + by);
    const day = value.bookedAt?.slice(0, 10) ?? null;
    if (day && (!money.movedOn || day > money.movedOn)) money.movedOn = day;
  }
  return { ...account, money: noted(money) };
}

function broughtForward(account, value) {
  const said = minor(value.amount, value.currency);
  const { money } = account;
  const asserted = { ...money, broughtForward: value.asOf };
  if (money.broughtForward === null && !(money.movedOn && money.movedOn > value.asOf)) {
    const balance = fits(money.balance + fits(said - money.mainframe));
    return { ...account, money: noted({ ...asserted, balance, mainframe: said }) };
  }
  const after = { ...account, money: asserted };
  return said === money.mainframe ? after : broken(after, value.currency, account.currency);
}

function openedInAnother(before, event) {
  const { currency } = event.value;
  const mayTurn = !before.money.moved || (isZero(before.money) && before.breaks.includes(`${currency}/${before.currency}`));
  if (before.status !== 'unopened' && !mayTurn) return broken(before, currency, before.currency);
  const { [currency]: waited = { ...NOTHING, limit: 0n, count: 0 }, ...suspense } = before.suspense;
  if (!isZero(before.money) || before.limit !== 0n) {
    const old = suspense[before.currency] ?? { ...NOTHING, limit: 0n, count: 0 };
    suspense[before.currency] = {
      balance: fits(before.money.balance + old.balance), mainframe: fits(before.money.mainframe + old.mainframe),
      broughtForward: before.money.broughtForward ?? old.broughtForward, movedOn: before.money.movedOn ?? old.movedOn,
      moved: before.money.moved || old.moved, limit: before.limit, count: old.count + 1,
    };
  }
  const { limit, count, ...money } = waited;
  return {
    ...before, currency, limit, money, suspense, status: before.status === 'unopened' ? 'open' : before.status,
    holder: named(event.value, before),
  };
}

/** What the account would be in the event's currency; the account itself stays as it is. */
function suspended(account, currency, event) {
  const { limit, count, ...money } = account.suspense[currency] ?? { ...NOTHING, limit: 0n, count: 0 };
  const there = applied({ ...account, currency, limit, money }, event);
  const waiting = { ...there.money, limit: there.limit, count: count + 1 };
  return {
    ...account, breakCount: there.breakCount, breaks: there.breaks,
    suspense: { ...account.suspense, [currency]: waiting },
  };
}

function broken(account, expected, found) {
  const breaks = [...account.breaks, `${expected}/${found}`].slice(-KEPT_BREAKS);
  return { ...account, breakCount: account.breakCount + 1, breaks };
}

/** An empty holder names nobody; one that is left out stays. */
const named = ({ holder }, account) => (holder === undefined ? account.holder : holder || null);
const isMainframe = (value) => value.batch !== undefined;
const isZero = (money) => money.balance === 0n && money.mainframe === 0n;
const noted = (money) => ({ ...money, moved: money.moved || !isZero(money) });

function fits(amount) {
  if (amount > MOST || amount < LEAST) throw new Error('an amount beyond 64 bits of minor units');
  return amount;
}

export function scale(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

export function minor(text, currency) {
  const digits = scale(currency);
  const pattern = digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`);
  if (!pattern.test(text)) throw new Error(`expected an amount with ${digits} decimals, found ${text}`);
  return fits(BigInt(text.replace('.', '')));
}

export function decimal(amount, currency) {
  const digits = scale(currency);
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return (amount < 0n ? '-' : '') + text.slice(0, point) + (digits ? `.${text.slice(point)}` : '');
}
