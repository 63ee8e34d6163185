/**
 * Electron's `Menu` and `MenuItem`, with all roles, accelerators and the default application menu. Changing `label`,
 * `enabled`, `visible` and `checked` of an item, and inserting items, reaches menus that are on the screen.
 *
 * Different from Electron: items whose role depends on the focused window (`minimize`, `close`, `togglefullscreen`) stay
 * enabled and do nothing where the window forbids it; `event` of a click says only `triggeredByAccelerator`.
 * On Linux and Windows `toolTip`, `sublabel`, `type: 'header'` and `type: 'palette'` have no effect, as in Electron.
 *
 * Missing: `Menu.sendActionToFirstResponder` throws `ERR_NOT_SUPPORTED`; `popup`'s `frame`, `positioningItem` and `sourceType`;
 * `togglespellchecker` does nothing; on macOS `sharingItem`, `badge`, `userAccelerator`.
 */
export const Menu: typeof Electron.Menu;
export const MenuItem: typeof Electron.MenuItem;
export function setWindowMenu(window: Electron.BaseWindow, menu: Electron.Menu | null): void;
export function setDefaultApplicationMenu(): void;
