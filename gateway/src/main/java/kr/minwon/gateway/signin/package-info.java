/** Staff sign-in: the security chains, lock-out, sign-out. */
@NullMarked
package kr.minwon.gateway.signin;

import org.jspecify.annotations.NullMarked;
