/** 回音: petition handling on an embedded process engine; see README.md and docs/. */
@org.jspecify.annotations.NullMarked
package org.huiyin;
