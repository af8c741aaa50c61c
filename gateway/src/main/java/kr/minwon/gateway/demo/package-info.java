/** Accounts and keys for a first try, generated once. */
@NullMarked
package kr.minwon.gateway.demo;

import org.jspecify.annotations.NullMarked;
