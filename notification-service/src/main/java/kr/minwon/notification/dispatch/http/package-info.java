/** What the providers over HTTP share: one call, what became of it, credentials, webhooks. */
@NullMarked
package kr.minwon.notification.dispatch.http;

import org.jspecify.annotations.NullMarked;
