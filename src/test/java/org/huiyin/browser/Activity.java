package org.huiyin.browser;

import java.util.Map;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.chromium.HasCdp;

/**
 * Knows what a page still has under way, so that nobody waits for a while in the hope that it has come to rest: requests and the
 * reading of their answers, scripts, sheets and pictures that load, timers due in less than a second. Where none is left and two
 * frames were drawn without a change, nothing more comes by itself. Repeated timers are the page's heartbeat and not counted.
 */
final class Activity {
    private static final String WATCH = """
            (() => {
              const open = new Map();
              let last = 0;
              let changed = true;
              const begin = (what) => (open.set(++last, what), last);
              const end = (one) => open.delete(one);
              const whole = (what, promise) => {
                const one = begin(what);
                return promise.finally(() => end(one));
              };
              const { fetch, setTimeout, clearTimeout, requestAnimationFrame } = window;
              window.fetch = (...request) => whole('fetch ' + request[0], fetch(...request));
              for (const read of ['arrayBuffer', 'blob', 'json', 'text']) {
                const plain = Response.prototype[read];
                Response.prototype[read] = function () {
                  return whole(read, plain.call(this));
                };
              }
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (body) {
                const one = begin('request');
                this.addEventListener('loadend', () => end(one));
                return send.call(this, body);
              };
              const timers = new Map();
              window.setTimeout = (work, after = 0, ...more) => {
                if (typeof work !== 'function' || after >= 1000) {
                  return setTimeout(work, after, ...more);
                }
                const one = begin('timer of ' + after + ' ms');
                const timer = setTimeout(() => {
                  timers.delete(timer);
                  end(one);
                  work(...more);
                }, after);
                timers.set(timer, one);
                return timer;
              };
              window.clearTimeout = (timer) => {
                end(timers.get(timer));
                timers.delete(timer);
                clearTimeout(timer);
              };
              new MutationObserver((changes) => {
                changed = true;
                for (const script of changes.flatMap((change) => [...change.addedNodes])) {
                  if (script.tagName === 'SCRIPT' && script.src) {
                    const one = begin('script ' + script.src);
                    script.addEventListener('load', () => end(one));
                    script.addEventListener('error', () => end(one));
                  }
                }
              }).observe(document, { subtree: true, childList: true, characterData: true });
              const drawing = () =>
                document.readyState !== 'complete' ||
                [...document.images].some((picture) => !picture.complete) ||
                [...document.querySelectorAll('.app-splash, .loader, .animate-spin, [aria-busy=true]')].some((one) => one.checkVisibility());
              window.huiyinAtRest = () =>
                new Promise((done) => {
                  let still = 0;
                  changed = true;
                  const look = () => {
                    still = changed || open.size > 0 || drawing() ? 0 : still + 1;
                    changed = false;
                    const words = still > 2 ? document.body.innerText : '';
                    if (words.trim()) {
                      done(words);
                    } else {
                      requestAnimationFrame(look);
                    }
                  };
                  look();
                });
              window.huiyinUnderWay = () => [...open.values()].join(', ');
            })();
            """;

    private Activity() {}

    /** Every page that this screen opens from now on. */
    static void watch(Screen screen) {
        ((HasCdp) screen.driver()).executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    }

    /** The words of the page as soon as it has come to rest. */
    static String words(Screen screen) {
        try {
            return String.valueOf(screen.answer("window.huiyinAtRest().then(arguments[0]);"));
        } catch (ScriptTimeoutException e) {
            throw new AssertionError("does not come to rest: " + screen.script("return window.huiyinUnderWay()"), e);
        }
    }
}
