/** Where everything of the house listens and where it keeps its data, read once from the environment. */
@NullMarked
package kr.minwon.addresses;

import org.jspecify.annotations.NullMarked;
