/** Ordered indexes over document slots, and the choice of one for a filter and a sort. */
@NullMarked
package kr.minwon.trialstore.index;

import org.jspecify.annotations.NullMarked;
