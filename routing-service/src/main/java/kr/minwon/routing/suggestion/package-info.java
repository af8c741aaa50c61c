/** Suggests a category for a text. */
@NullMarked
package kr.minwon.routing.suggestion;

import org.jspecify.annotations.NullMarked;
