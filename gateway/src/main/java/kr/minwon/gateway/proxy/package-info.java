/** The public API, forwarded to the service that the access table names. */
@NullMarked
package kr.minwon.gateway.proxy;

import org.jspecify.annotations.NullMarked;
