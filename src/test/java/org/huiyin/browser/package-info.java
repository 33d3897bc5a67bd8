/** Walks through Tasklist and our own pages in Chromium, as officers and petitioners do. */
@org.jspecify.annotations.NullMarked
package org.huiyin.browser;
