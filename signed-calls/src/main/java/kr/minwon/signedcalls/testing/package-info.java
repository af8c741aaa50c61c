/** Callers and keys for tests of a service. */
@NullMarked
package kr.minwon.signedcalls.testing;

import org.jspecify.annotations.NullMarked;
