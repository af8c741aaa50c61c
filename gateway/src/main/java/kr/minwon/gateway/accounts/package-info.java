/** Staff accounts: who may sign in, and as what. */
@NullMarked
package kr.minwon.gateway.accounts;

import org.jspecify.annotations.NullMarked;
