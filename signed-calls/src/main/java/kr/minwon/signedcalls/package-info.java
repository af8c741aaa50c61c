/** Calls that the gateway signs and a service verifies, and the table that says who may call what. */
@NullMarked
package kr.minwon.signedcalls;

import org.jspecify.annotations.NullMarked;
