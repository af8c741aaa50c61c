/** A whole gateway for tests, with a store of its own and services that only record what they are asked. */
@NullMarked
package kr.minwon.gateway.testing;

import org.jspecify.annotations.NullMarked;
