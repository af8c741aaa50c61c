/** Proves, on any store, that every query shape the driver sends is served by a declared index; counts writes. */
@NullMarked
package kr.minwon.indexproof;

import org.jspecify.annotations.NullMarked;
