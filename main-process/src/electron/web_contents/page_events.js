'use strict';

const host = require('internal/host');
const { emitWarning } = require('internal/fatal/warning');
const { Event, emit, emitWith, kState } = require('electron/native_object');

const ABORTED = -3;
const LEVELS = ['debug', 'info', 'warning', 'error'];

/** What Electron adds to a navigation's arguments: whether it stays in the document, and whose frame it is. */
function emitNavigation(contents, name, url, isSameDocument = false) {
  const { mainFrame } = contents;
  const { processId, routingId } = mainFrame;
  const event = new Event({
    sender: contents, url, isSameDocument, isMainFrame: true, processId, routingId, frame: mainFrame, initiator: mainFrame,
  });
  return emitWith(contents, name, event, url, isSameDocument, true, processId, routingId).defaultPrevented;
}

const frameNumbers = ({ mainFrame }) => [mainFrame.processId, mainFrame.routingId];

function willNavigate(contents, { navigation, url }) {
  if (emitNavigation(contents, 'will-frame-navigate', url)) return;
  if (contents.isDestroyed() || emitNavigation(contents, 'will-navigate', url)) return;
  if (contents.isDestroyed()) return;
  contents[kState].nextLoad?.abort(url);
  host.tell({ page: { navigate: { id: contents.id, navigation } } });
}

function committed(contents, url, { canGoBack, canGoForward }) {
  const state = contents[kState];
  Object.assign(state, { url, committed: true, crashed: false });
  state.history.navigated(url, canGoBack, canGoForward);
}

function preloadFailed(contents) {
  const { preloadFailure } = contents[kState];
  if (preloadFailure === null) return;
  const { path, error } = preloadFailure;
  if (contents.listenerCount('preload-error') === 0) console.error(`Unable to load preload script: ${path}\n${error.message}`);
  emit(contents, 'preload-error', path, error);
}

function didNavigate(contents, fields) {
  const { url, httpResponseCode } = fields;
  committed(contents, url, fields);
  contents[kState].title = '';
  emit(contents, 'did-frame-navigate', url, httpResponseCode, '', true, ...frameNumbers(contents));
  if (!contents.isDestroyed()) preloadFailed(contents);
  if (!contents.isDestroyed()) emit(contents, 'did-navigate', url, httpResponseCode, '');
}

function didNavigateInPage(contents, fields) {
  const { url } = fields;
  emitNavigation(contents, 'did-start-navigation', url, true);
  if (contents.isDestroyed()) return;
  committed(contents, url, fields);
  emit(contents, 'did-navigate-in-page', url, true, ...frameNumbers(contents));
}

function didFinishLoad(contents) {
  emit(contents, 'did-frame-finish-load', true, ...frameNumbers(contents));
  if (!contents.isDestroyed()) emit(contents, 'did-finish-load');
}

function didFailLoad(contents, { code, description, url, isMainFrame }) {
  const frame = frameNumbers(contents);
  if (isMainFrame && code !== ABORTED) contents[kState].url = url;
  emit(contents, 'did-fail-provisional-load', code, description, url, isMainFrame, ...frame);
  if (code === ABORTED || contents.isDestroyed()) return;
  emitWarning(`Failed to load URL: ${url} with error: ${description}`, 'electron');
  emit(contents, 'did-fail-load', code, description, url, isMainFrame, ...frame);
}

/** A file without a title goes by its name. */
function titleOf(contents, title) {
  const { url } = contents[kState];
  if (title !== '' || !url.startsWith('file:')) return { title, explicit: true };
  return { title: decodeURIComponent(new URL(url).pathname.split('/').pop()), explicit: false };
}

function titleUpdated(contents, fields) {
  const state = contents[kState];
  const { title, explicit } = titleOf(contents, fields.title);
  if (title === '') return;
  state.title = title;
  state.history.titled(title);
  state.owner?.pageTitled(title, explicit);
  if (!contents.isDestroyed()) emit(contents, 'page-title-updated', title, explicit);
}

function readyToShow(contents) {
  emit(contents, 'ready-to-show');
  const { owner } = contents[kState];
  if (owner && !owner.isDestroyed()) process.nextTick(() => owner.emit('ready-to-show'));
}

function processGone(contents, { reason, exitCode }) {
  Object.assign(contents[kState], { crashed: true, loading: false });
  const details = { reason, exitCode };
  const event = new Event({ sender: contents });
  emitWith(require('electron/app'), 'render-process-gone', event, contents, details);
  emitWith(contents, 'render-process-gone', event, details);
  // What it was called before Electron 23.
  if (!contents.isDestroyed()) emitWith(contents, 'crashed', event, reason === 'killed');
}

function contextMenu(contents, { params }) {
  emit(contents, 'context-menu', {
    frame: contents.mainFrame, titleText: '', altText: '', suggestedFilename: '',
    selectionRect: { x: params.x, y: params.y, width: 0, height: 0 },
    selectionStartOffset: 0, referrerPolicy: { url: '', policy: 'default' }, misspelledWord: '', dictionarySuggestions: [],
    frameURL: params.pageUrl, frameCharset: 'UTF-8', inputFieldType: 'none', formControlType: 'none', spellcheckEnabled: false,
    menuSourceType: 'mouse', hasImageContents: params.mediaType === 'image',
    x: params.x, y: params.y, linkURL: params.linkUrl, linkText: params.linkText, srcURL: params.srcUrl, pageURL: params.pageUrl,
    mediaType: params.mediaType || 'none', selectionText: params.selectionText, isEditable: params.isEditable,
    mediaFlags: MEDIA, editFlags: editFlags(params),
  });
}

const MEDIA = Object.freeze({
  inError: false, isPaused: false, isMuted: false, hasAudio: false, isLooping: false, isControlsVisible: false,
  canToggleControls: false, canPrint: false, canSave: false, canShowPictureInPicture: false, isShowingPictureInPicture: false,
  canRotate: false, canLoop: false,
});

function editFlags({ isEditable, selectionText }) {
  const selected = selectionText !== '';
  return {
    canUndo: isEditable, canRedo: isEditable, canCut: isEditable && selected, canCopy: selected, canPaste: isEditable,
    canDelete: isEditable && selected, canSelectAll: true, canEditRichly: isEditable,
  };
}

function consoleMessage(contents, { level, message, line, sourceId }) {
  const event = new Event({
    sender: contents, level: LEVELS[level] ?? 'info', message, lineNumber: line, sourceId, frame: contents.mainFrame,
  });
  emitWith(contents, 'console-message', event, level, message, line, sourceId);
}

function htmlFullScreen(contents, name) {
  emit(contents, name);
  const { owner } = contents[kState];
  if (owner && !owner.isDestroyed()) emit(owner, name);
}

function setLoading(contents, loading, name) {
  Object.assign(contents[kState], { loading }, loading ? { committed: false } : undefined);
  emit(contents, name);
}

function setDevTools(contents, open, name) {
  contents[kState].devTools = open;
  emit(contents, name);
}

/** What the shell reports of a page, and what Electron makes of it. */
const handlers = {
  didStartLoading: (contents) => setLoading(contents, true, 'did-start-loading'),
  didStopLoading: (contents) => setLoading(contents, false, 'did-stop-loading'),
  willNavigate,
  didStartNavigation: (contents, { url }) => emitNavigation(contents, 'did-start-navigation', url),
  didRedirectNavigation: (contents, { url }) => emitNavigation(contents, 'did-redirect-navigation', url),
  didNavigate,
  didNavigateInPage,
  domReady: (contents) => emit(contents, 'dom-ready'),
  didFinishLoad,
  didFailLoad,
  readyToShow,
  titleUpdated,
  faviconUpdated: (contents, { favicons }) => emit(contents, 'page-favicon-updated', favicons),
  windowOpen: (contents, fields) => require('./guest_window').windowOpen(contents, fields),
  closeRequested: (contents) => contents.closedByPage(),
  processGone,
  unresponsive: (contents) => emit(contents, 'unresponsive'),
  responsive: (contents) => emit(contents, 'responsive'),
  contextMenu,
  consoleMessage,
  devToolsOpened: (contents) => setDevTools(contents, true, 'devtools-opened'),
  devToolsClosed: (contents) => setDevTools(contents, false, 'devtools-closed'),
  foundInPage: (contents, { request, matches, active, isFinal }) => emit(contents, 'found-in-page', {
    requestId: request, activeMatchOrdinal: active, matches, selectionArea: { x: 0, y: 0, width: 0, height: 0 }, finalUpdate: isFinal,
  }),
  updateTargetUrl: (contents, { url }) => emit(contents, 'update-target-url', url),
  enterHtmlFullScreen: (contents) => htmlFullScreen(contents, 'enter-html-full-screen'),
  leaveHtmlFullScreen: (contents) => htmlFullScreen(contents, 'leave-html-full-screen'),
  bridgeClosed: (contents, { reason }) => emitWarning(`Page ${contents.id} is not heard any more: ${reason}`, 'KaonWarning'),
};

module.exports = { handlers };
